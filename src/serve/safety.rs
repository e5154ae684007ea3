//! What a request must be like before anything looks at it.
//!
//! The page holds personal data, and every web page that the planner visits can send requests to this machine.
//! So: only this machine connects (the socket listens on loopback); the host is a loopback name, against DNS
//! rebinding; who has not come through the address with the one-time token is refused; and what changes anything
//! must be JSON from a page of our own.

use std::sync::{Mutex, PoisonError};

use axum::http::header::{
    CACHE_CONTROL, CONTENT_SECURITY_POLICY, CONTENT_TYPE, COOKIE, HOST, HeaderName, LOCATION,
    ORIGIN, REFERRER_POLICY, SET_COOKIE, X_CONTENT_TYPE_OPTIONS, X_FRAME_OPTIONS,
};
use axum::http::{HeaderMap, HeaderValue, Method, StatusCode};
use axum::response::{IntoResponse, Response};
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;

use crate::message;
use crate::texts::{Language, Message};

/// The name of the cookie that lets a browser in.
const COOKIE_NAME: &str = "plaatswijzer";
/// What the pages may load: our own script and style, nothing else, from nowhere else.
const POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self'; frame-src 'self'; \
     form-action 'none'; base-uri 'none'; frame-ancestors 'none'";
/// Bytes of a secret.
const SECRET_BYTES: usize = 32;

/// Who may come in.
#[derive(Debug)]
pub struct Doorkeeper {
    port: u16,
    /// In which language refusals are written.
    language: Language,
    /// Opens the door once.
    token: Mutex<Option<String>>,
    /// Is asked of every other request, in a cookie.
    secret: String,
}

impl Doorkeeper {
    /// A doorkeeper for a port, with fresh secrets.
    ///
    /// # Errors
    /// If the system has no random numbers.
    pub fn new(port: u16, language: Language) -> Result<Self, getrandom::Error> {
        Ok(Self { port, language, token: Mutex::new(Some(secret()?)), secret: secret()? })
    }

    /// The address to open, while nobody has used it.
    pub fn address(&self) -> String {
        let token = self.token.lock().unwrap_or_else(PoisonError::into_inner);
        let token = token.as_deref().unwrap_or_default();
        format!("http://127.0.0.1:{}/?token={token}", self.port)
    }

    /// Whether a request may come in; if not, the answer to it.
    ///
    /// # Errors
    /// The refusal, or the redirection of a browser that has used the token.
    pub fn admit(
        &self,
        method: &Method,
        path: &str,
        query: Option<&str>,
        headers: &HeaderMap,
    ) -> Result<(), Box<Response>> {
        let host = text(headers, &HOST);
        if !self.is_own_host(host) {
            return Err(Box::new(
                self.refused(StatusCode::MISDIRECTED_REQUEST, &message!("serve-refused-host")),
            ));
        }
        if let Some(token) = query.filter(|_| path == "/").and_then(token_in) {
            return Err(Box::new(self.open_door(token)));
        }
        if !self.has_cookie(headers) {
            return Err(Box::new(
                self.refused(StatusCode::FORBIDDEN, &message!("serve-refused-cookie")),
            ));
        }
        if method == Method::GET || method == Method::HEAD {
            return Ok(());
        }
        let own = format!("http://{host}");
        let site = headers.get("sec-fetch-site").and_then(|site| site.to_str().ok());
        if text(headers, &ORIGIN) != own || site.is_some_and(|site| site != "same-origin") {
            return Err(Box::new(
                self.refused(StatusCode::FORBIDDEN, &message!("serve-refused-origin")),
            ));
        }
        let kind = text(headers, &CONTENT_TYPE).split(';').next().unwrap_or_default().trim();
        if kind != "application/json" {
            return Err(Box::new(
                self.refused(StatusCode::UNSUPPORTED_MEDIA_TYPE, &message!("serve-refused-kind")),
            ));
        }
        Ok(())
    }

    fn is_own_host(&self, host: &str) -> bool {
        ["127.0.0.1", "localhost", "[::1]"]
            .iter()
            .any(|name| host == format!("{name}:{}", self.port))
    }

    /// A browser with the token gets the cookie, and the token is used up.
    fn open_door(&self, token: &str) -> Response {
        let mut known = self.token.lock().unwrap_or_else(PoisonError::into_inner);
        if !known.as_deref().is_some_and(|known| is_equal(known, token)) {
            return self.refused(StatusCode::FORBIDDEN, &message!("serve-refused-token"));
        }
        *known = None;
        // Browsers keep cookies per host, whatever the port: the port is in the name.
        let cookie = format!(
            "{COOKIE_NAME}-{}={}; HttpOnly; SameSite=Strict; Path=/",
            self.port, self.secret
        );
        (StatusCode::SEE_OTHER, [(LOCATION, "/".to_owned()), (SET_COOKIE, cookie)]).into_response()
    }

    fn refused(&self, status: StatusCode, why: &Message) -> Response {
        (status, why.in_language(self.language)).into_response()
    }

    fn has_cookie(&self, headers: &HeaderMap) -> bool {
        cookie(headers, &format!("{COOKIE_NAME}-{}", self.port))
            .is_some_and(|found| is_equal(found, &self.secret))
    }
}

/// The value of a cookie.
pub fn cookie<'a>(headers: &'a HeaderMap, name: &str) -> Option<&'a str> {
    let cookies = headers.get_all(COOKIE).iter().filter_map(|value| value.to_str().ok());
    let cookies = cookies.flat_map(|value| value.split(';'));
    let mut pairs = cookies.filter_map(|pair| pair.trim().split_once('='));
    pairs.find(|(key, _)| *key == name).map(|(_, value)| value)
}

/// Marks an answer that is a report with a script and a style of its own. Its own policy lets in nothing else; this one
/// takes away the rights that it would have as a page of this server.
#[derive(Clone, Copy, Debug)]
pub struct Boxed;

const BOXED_POLICY: &str = "sandbox allow-scripts; default-src 'none'; style-src 'unsafe-inline'; \
    script-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'self'";

/// Headers for every answer.
pub fn protect(response: &mut Response) {
    let is_boxed = response.extensions().get::<Boxed>().is_some();
    let headers = response.headers_mut();
    let all = [
        (CONTENT_SECURITY_POLICY, if is_boxed { BOXED_POLICY } else { POLICY }),
        (X_CONTENT_TYPE_OPTIONS, "nosniff"),
        (X_FRAME_OPTIONS, if is_boxed { "SAMEORIGIN" } else { "DENY" }),
        (REFERRER_POLICY, "no-referrer"),
        (HeaderName::from_static("cross-origin-resource-policy"), "same-origin"),
        (HeaderName::from_static("cross-origin-opener-policy"), "same-origin"),
    ];
    for (name, value) in all {
        headers.insert(name, HeaderValue::from_static(value));
    }
    // Nothing of a project stays in the cache of a browser.
    headers.entry(CACHE_CONTROL).or_insert(HeaderValue::from_static("no-store"));
}

fn text<'a>(headers: &'a HeaderMap, name: &HeaderName) -> &'a str {
    headers.get(name).and_then(|value| value.to_str().ok()).unwrap_or_default()
}

fn token_in(query: &str) -> Option<&str> {
    query.split('&').find_map(|pair| pair.strip_prefix("token="))
}

/// Compares in a time that does not depend on where two texts differ.
fn is_equal(one: &str, other: &str) -> bool {
    let differ =
        one.bytes().zip(other.bytes()).fold(0, |differ, (one, other)| differ | (one ^ other));
    one.len() == other.len() && differ == 0
}

fn secret() -> Result<String, getrandom::Error> {
    let mut bytes = [0; SECRET_BYTES];
    getrandom::fill(&mut bytes)?;
    Ok(URL_SAFE_NO_PAD.encode(bytes))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn headers(pairs: &[(&'static str, String)]) -> HeaderMap {
        let pairs = pairs.iter();
        pairs.map(|(name, value)| (HeaderName::from_static(name), value.parse().unwrap())).collect()
    }

    fn status(keeper: &Doorkeeper, method: &Method, pairs: &[(&'static str, String)]) -> u16 {
        let admitted = keeper.admit(method, "/api/edit", None, &headers(pairs));
        admitted.map_or_else(|refusal| refusal.status().as_u16(), |()| 200)
    }

    #[test]
    fn only_a_page_of_our_own_changes_anything() {
        let keeper = Doorkeeper::new(7000, Language::English).unwrap();
        let own = || ("host", "127.0.0.1:7000".to_owned());
        let cookie = || ("cookie", format!("a=b; {COOKIE_NAME}-7000={}", keeper.secret));
        let origin = |origin: &str| ("origin", origin.to_owned());
        let json = || ("content-type", "application/json; charset=utf-8".to_owned());
        let here = "http://127.0.0.1:7000";
        assert_eq!(status(&keeper, &Method::POST, &[own(), cookie(), origin(here), json()]), 200);
        assert_eq!(status(&keeper, &Method::GET, &[own(), cookie()]), 200);
        let refused = [
            (421, vec![("host", "evil.example:7000".to_owned()), cookie(), origin(here), json()]),
            (421, vec![("host", "127.0.0.1:7001".to_owned()), cookie(), origin(here), json()]),
            (421, vec![cookie(), origin(here), json()]),
            (403, vec![own(), origin(here), json()]),
            (403, vec![own(), ("cookie", format!("{COOKIE_NAME}-7000=0")), origin(here), json()]),
            (403, vec![own(), cookie(), json()]),
            (403, vec![own(), cookie(), origin("null"), json()]),
            (403, vec![own(), cookie(), origin("http://localhost:7000"), json()]),
            (403, vec![own(), cookie(), origin("http://evil.example"), json()]),
            (415, vec![own(), cookie(), origin(here)]),
            (415, vec![own(), cookie(), origin(here), ("content-type", "text/plain".to_owned())]),
            (
                403,
                vec![
                    own(),
                    cookie(),
                    origin(here),
                    json(),
                    ("sec-fetch-site", "same-site".to_owned()),
                ],
            ),
        ];
        for (expected, pairs) in refused {
            assert_eq!(status(&keeper, &Method::POST, &pairs), expected, "{pairs:?}");
        }
        assert_eq!(status(&keeper, &Method::GET, &[own()]), 403, "reading needs the cookie too");
    }

    #[test]
    fn the_token_opens_the_door_once() {
        let keeper = Doorkeeper::new(7000, Language::English).unwrap();
        let address = keeper.address();
        let query = address.split_once('?').unwrap().1;
        let own = headers(&[("host", "localhost:7000".to_owned())]);
        let enter = |query| keeper.admit(&Method::GET, "/", Some(query), &own).unwrap_err();
        assert_eq!(enter("token=0").status(), 403);
        let entered = enter(query);
        assert_eq!(entered.status(), 303);
        let cookie = entered.headers()[SET_COOKIE].to_str().unwrap();
        assert!(cookie.contains("HttpOnly; SameSite=Strict"), "{cookie}");
        assert_eq!(enter(query).status(), 403, "used up");
        assert_ne!(keeper.secret, Doorkeeper::new(7000, Language::English).unwrap().secret);
    }

    #[test]
    fn every_answer_forbids_what_a_page_must_not_do() {
        let mut response = ().into_response();
        protect(&mut response);
        let policy = response.headers()[CONTENT_SECURITY_POLICY].to_str().unwrap();
        assert!(policy.starts_with("default-src 'none';") && !policy.contains("unsafe"));
        assert_eq!(response.headers()[CACHE_CONTROL], "no-store");
    }
}

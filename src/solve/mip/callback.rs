//! The only unsafe code: callbacks during a run of HiGHS, interrupts and the library's version, which its C
//! interface has and the `highs` crate does not.

#![allow(unsafe_code, reason = "HiGHS reports progress and takes a stop only through C")]

use std::any::Any;
use std::ffi::{CStr, c_char, c_int, c_void};
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::sync::Mutex;

use highs::{HighsStatus, Model, SolvedModel};
use highs_sys::{HighsCallbackDataIn, HighsCallbackDataOut, HighsInt};

/// An event during a run of HiGHS.
pub(super) enum Event<'a> {
    /// An improved feasible point, in the columns of the original model.
    Solution(&'a [f64]),
    /// Branch and bound polls for an interrupt.
    Search {
        /// The dual bound.
        bound: f64,
        /// Simplex iterations of all linear programs so far.
        iterations: u64,
    },
    /// The simplex method polls for an interrupt; only in a program without integer variables.
    Simplex {
        /// Iterations so far.
        iterations: u64,
    },
    /// The interior point method polls for an interrupt.
    InteriorPoint,
    /// A point of the presolved program breaks the program itself: presolve has left out what the program says.
    Broken,
}

/// Handles events. Returns whether the run must stop; ignored for `Solution` and `Broken`.
pub(super) type Listener<'a> = dyn Fn(Event<'_>) -> bool + 'a;

/// The user data that HiGHS passes to every callback.
struct CallbackData<'a> {
    listener: &'a Listener<'a>,
    /// A panic of the listener, kept until HiGHS has returned: it must not unwind through C++ frames.
    panic: Mutex<Option<Box<dyn Any + Send>>>,
}

/// The kinds of callbacks that are registered.
const CALLBACK_KINDS: [HighsInt; 5] = [
    highs_sys::kHighsCallbackLogging,
    highs_sys::kHighsCallbackMipImprovingSolution,
    highs_sys::kHighsCallbackMipInterrupt,
    highs_sys::kHighsCallbackSimplexInterrupt,
    highs_sys::kHighsCallbackIpmInterrupt,
];

/// A violation above this is no matter of rounding.
const BROKEN_BY: f64 = 1e-6;

/// Solves a model; the listener receives events and may stop the run.
///
/// # Panics
/// Resumes a panic of the listener, once HiGHS has returned.
pub(super) fn run(mut model: Model, listener: &Listener<'_>) -> Result<SolvedModel, HighsStatus> {
    let data = CallbackData { listener, panic: Mutex::new(None) };
    let highs = model.as_mut_ptr();
    // SAFETY: `highs` is a live HiGHS object, owned by `model`. `data` outlives the run below, which
    // is on this thread, and HiGHS forgets its address before this function returns; if the run
    // fails, HiGHS destroys the model. HiGHS hands the address back to `on_callback` and does nothing
    // else with it.
    unsafe {
        highs_sys::Highs_setCallback(highs, Some(on_callback), (&raw const data).cast_mut().cast());
        for kind in CALLBACK_KINDS {
            highs_sys::Highs_startCallback(highs, kind);
        }
    }
    let solved = model.try_solve();
    let solved = solved.map(|mut solved| {
        // SAFETY: the pointer is to the live HiGHS object that `solved` owns.
        unsafe {
            highs_sys::Highs_setCallback(solved.as_mut_ptr(), None, std::ptr::null_mut());
        }
        solved
    });
    if let Ok(Some(panic)) = data.panic.into_inner() {
        resume_unwind(panic);
    }
    solved
}

/// The callback that HiGHS calls. Never unwinds: a panic of the listener is kept, and stops the run.
unsafe extern "C" fn on_callback(
    kind: c_int,
    message: *const c_char,
    out: *const HighsCallbackDataOut,
    answer: *mut HighsCallbackDataIn,
    data: *mut c_void,
) {
    if out.is_null() || data.is_null() {
        return;
    }
    // SAFETY: HiGHS passes what `run` gave it, a `CallbackData` that lives as long as the run, and never
    // from two threads at once, as it has one. It is only borrowed shared.
    let data = unsafe { &*data.cast::<CallbackData<'_>>() };
    // SAFETY: HiGHS passes data that live until this call returns.
    let out = unsafe { &*out };
    let stop = catch_unwind(AssertUnwindSafe(|| {
        event(kind, message, out).is_some_and(|event| (data.listener)(event))
    }))
    .unwrap_or_else(|panic| {
        if let Ok(mut kept) = data.panic.lock() {
            kept.get_or_insert(panic);
        }
        true
    });
    let may_stop = kind != highs_sys::kHighsCallbackMipImprovingSolution
        && kind != highs_sys::kHighsCallbackLogging;
    if stop && may_stop && !answer.is_null() {
        // SAFETY: HiGHS passes an answer to be filled in, which lives until this call returns.
        unsafe { (*answer).user_interrupt = 1 };
    }
}

/// The event of a callback; `None` for a kind that is not registered, and for a message that says nothing of interest.
fn event(kind: c_int, message: *const c_char, out: &HighsCallbackDataOut) -> Option<Event<'_>> {
    // HiGHS writes -1 for a count that it does not know.
    let count = |count: i64| u64::try_from(count).unwrap_or(0);
    match kind {
        highs_sys::kHighsCallbackMipImprovingSolution => {
            let length = usize::try_from(out.mip_solution_size).ok()?;
            if out.mip_solution.is_null() {
                return None;
            }
            // SAFETY: HiGHS states the length of the array that it passes; both live as long as
            // `out`, and so does the slice.
            Some(Event::Solution(unsafe { std::slice::from_raw_parts(out.mip_solution, length) }))
        }
        highs_sys::kHighsCallbackMipInterrupt => Some(Event::Search {
            bound: out.mip_dual_bound,
            iterations: count(out.mip_total_lp_iterations),
        }),
        highs_sys::kHighsCallbackSimplexInterrupt => {
            Some(Event::Simplex { iterations: count(i64::from(out.simplex_iteration_count)) })
        }
        highs_sys::kHighsCallbackIpmInterrupt => Some(Event::InteriorPoint),
        highs_sys::kHighsCallbackLogging => {
            // SAFETY: HiGHS passes null or a text with a closing zero, which lives until this call returns.
            let message = (!message.is_null()).then(|| unsafe { CStr::from_ptr(message) })?;
            is_broken(&message.to_string_lossy()).then_some(Event::Broken)
        }
        _ => None,
    }
}

/// Whether a message says that a point breaks the program by more than a tolerance, such as `Solution with objective 5
/// has untransformed violations: bound = 0; integrality = 0; row = 1`. HiGHS reports that in no other way.
fn is_broken(message: &str) -> bool {
    let Some((_, violations)) = message.split_once("untransformed violations: ") else {
        return false;
    };
    let mut numbers = violations.split(';').filter_map(|part| part.split_once(" = "));
    numbers.any(|(_, number)| number.trim().parse().is_ok_and(|by: f64| by > BROKEN_BY))
}

/// The version of the HiGHS that is linked in, such as `1.15.0`.
pub(super) fn version() -> String {
    // SAFETY: HiGHS returns a constant string with a closing zero.
    unsafe { CStr::from_ptr(highs_sys::Highs_version()) }.to_string_lossy().into_owned()
}

/// Reads a model file with HiGHS and minimises it: its status and objective value.
#[cfg(test)]
pub(super) fn solve_file(path: &std::path::Path) -> (highs::HighsModelStatus, f64) {
    let name = std::ffi::CString::new(path.to_str().expect("a plain path")).expect("no zero");
    let mut model = highs::RowProblem::default().optimise(highs::Sense::Minimise);
    model.set_option("threads", 1);
    // SAFETY: the model is live, and the name ends in a zero.
    let status = unsafe { highs_sys::Highs_readModel(model.as_mut_ptr(), name.as_ptr()) };
    assert_eq!(status, highs_sys::STATUS_OK, "HiGHS reads the file without a warning");
    let solved = model.solve();
    (solved.status(), solved.objective_value())
}

#[cfg(test)]
mod tests {
    use super::is_broken;

    #[test]
    fn a_violation_is_told_from_rounding() {
        let message = |numbers: &str| {
            format!("Solution with objective 5 has untransformed violations: {numbers}\n")
        };
        assert!(is_broken(&message("bound = 0; integrality = 0; row = 1")));
        assert!(is_broken(&message("bound = 0.002; integrality = 0; row = 0")));
        assert!(!is_broken(&message("bound = 2e-09; integrality = 0; row = 3.1e-08")));
        assert!(!is_broken("Solving MIP model with: rows = 5"));
    }
}

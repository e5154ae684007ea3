//! Lots: reproducible random numbers, each of which depends on a text and a number only.

use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::{Rng, SeedableRng};
use sha2::{Digest, Sha256};

/// Words of 32 bits in a lot.
const WORDS_IN_A_LOT: u128 = 2;

/// The lot with a number, from 0, under a text as key. Anyone can recompute it: the bytes 8 × number to
/// 8 × number + 7, little-endian, of the stream of `ChaCha8` whose key is the SHA-256 of the text.
pub fn lot(key: &str, number: u32) -> u64 {
    let mut cipher = ChaCha8Rng::from_seed(Sha256::digest(key).into());
    cipher.set_word_pos(u128::from(number) * WORDS_IN_A_LOT);
    cipher.next_u64()
}

//! Many seeds on plain threads: what makes a pool of its own must not be run inside another one.

/// What comes of each seed that has anything to say, on all cores, in no order.
pub fn each<T: Send>(seeds: u64, one: impl Fn(u64) -> Option<T> + Sync) -> Vec<T> {
    let threads = std::thread::available_parallelism().map_or(1, usize::from) as u64;
    let one = &one;
    std::thread::scope(|scope| {
        let of = |first: u64| move || (first..seeds).step_by(threads as usize).filter_map(one);
        let running: Vec<_> = (0..threads)
            .map(|first| {
                let seen = of(first);
                scope.spawn(move || seen().collect::<Vec<T>>())
            })
            .collect();
        running.into_iter().flat_map(|thread| thread.join().expect("no seed fails")).collect()
    })
}

//! Many searches at the same time.

use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};

use super::{Stand, Watch};

/// Carries out tasks, so many at the same time; the answers stand in the order of the tasks, whatever
/// ended first.
///
/// # Panics
/// Where no threads can be had, or a task panics.
pub fn side_by_side<Task: Sync, Answer: Send>(
    what: &'static str,
    tasks: &[Task],
    jobs: usize,
    watch: &Watch,
    work: impl Fn(&Task) -> Answer + Sync,
) -> Vec<Answer> {
    let answers: Mutex<Vec<Option<Answer>>> = Mutex::new(tasks.iter().map(|_| None).collect());
    let (next, done) = (AtomicUsize::new(0), AtomicUsize::new(0));
    let tell = |done| watch(&Stand { what, done, of: tasks.len() });
    tell(0);
    let take_tasks = |_: rayon::BroadcastContext| {
        loop {
            let index = next.fetch_add(1, Ordering::Relaxed);
            let Some(task) = tasks.get(index) else { return };
            let answer = work(task);
            answers.lock().expect("no thread panics with it")[index] = Some(answer);
            tell(done.fetch_add(1, Ordering::Relaxed) + 1);
        }
    };
    let jobs = jobs.clamp(1, tasks.len().max(1));
    let pool = rayon::ThreadPoolBuilder::new().num_threads(jobs).build();
    // One closure on each thread takes task after task. Were they tasks of the pool, a thread that waits
    // for a part of one search could be given a whole other one meanwhile, and outwait its time limit.
    pool.expect("threads can be had").broadcast(take_tasks);
    let answers = answers.into_inner().expect("all threads have ended");
    answers.into_iter().map(|answer| answer.expect("each task was taken")).collect()
}

#[cfg(test)]
mod tests {
    use super::side_by_side;

    #[test]
    fn answers_stand_in_the_order_of_the_tasks() {
        let tasks: Vec<u64> = (0..50).collect();
        for jobs in [1, 3] {
            let slow_first = |&task: &u64| {
                std::thread::sleep(std::time::Duration::from_micros(50 - task));
                task * task
            };
            let answers = side_by_side("squares", &tasks, jobs, &|_| {}, slow_first);
            assert_eq!(answers, tasks.iter().map(|task| task * task).collect::<Vec<_>>());
        }
        let none: [u64; 0] = [];
        assert_eq!(side_by_side("nothing", &none, 2, &|_| {}, |&task| task), none);
    }
}

//! Independent tasks on several threads, with answers in the order of the tasks.

use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};

use super::{OnProgress, QuestionProgress, QuestionStage};

/// Runs tasks on up to `jobs` threads. The answers are in the order of the tasks, whichever ends first.
///
/// # Panics
/// If no threads can be started, or a task panics.
pub fn side_by_side<Task: Sync, Answer: Send>(
    stage: QuestionStage,
    tasks: &[Task],
    jobs: usize,
    on_progress: &OnProgress,
    work: impl Fn(&Task) -> Answer + Sync,
) -> Vec<Answer> {
    let answers: Mutex<Vec<Option<Answer>>> = Mutex::new(tasks.iter().map(|_| None).collect());
    let (next, done) = (AtomicUsize::new(0), AtomicUsize::new(0));
    let report = |done| on_progress(&QuestionProgress { stage, done, of: tasks.len() });
    report(0);
    let take_tasks = |_: rayon::BroadcastContext| {
        loop {
            let index = next.fetch_add(1, Ordering::Relaxed);
            let Some(task) = tasks.get(index) else { return };
            let answer = work(task);
            answers.lock().expect("no thread panics with it")[index] = Some(answer);
            report(done.fetch_add(1, Ordering::Relaxed) + 1);
        }
    };
    let jobs = jobs.clamp(1, tasks.len().max(1));
    let pool = rayon::ThreadPoolBuilder::new().num_threads(jobs).build();
    // One closure per thread takes task after task. If each were a task of the pool, a thread that waits
    // for a part of one search could be handed a whole other one and overrun the time limit of the first.
    pool.expect("threads can be had").broadcast(take_tasks);
    let answers = answers.into_inner().expect("all threads have ended");
    answers.into_iter().map(|answer| answer.expect("each task was taken")).collect()
}

#[cfg(test)]
mod tests {
    use super::{QuestionStage, side_by_side};

    #[test]
    fn answers_are_in_the_order_of_the_tasks() {
        let tasks: Vec<u64> = (0..50).collect();
        for jobs in [1, 3] {
            let slow_first = |&task: &u64| {
                std::thread::sleep(std::time::Duration::from_micros(50 - task));
                task * task
            };
            let answers =
                side_by_side(QuestionStage::Withdrawals, &tasks, jobs, &|_| {}, slow_first);
            assert_eq!(answers, tasks.iter().map(|task| task * task).collect::<Vec<_>>());
        }
        let none: [u64; 0] = [];
        assert_eq!(side_by_side(QuestionStage::Withdrawals, &none, 2, &|_| {}, |&task| task), none);
    }
}

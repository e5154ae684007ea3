//! The boards, schools and existing clusters of a region, which do not depend on its students.

use super::clusters::form_clusters;
use super::drawn_school::DrawnSchool;
use super::draws::{DrawSubject, Draws};
use super::names::InventedNames;
use super::point::MapPoint;
use super::region::Region;
use super::schools::draw_schools;
use crate::instance::Day;
use crate::instance::document::{BoardDocument, ClusterCount, ClusterDocument};

/// Boards, schools and clusters.
#[derive(Clone, Debug)]
pub(super) struct Landscape {
    /// The boards, in the order of the region.
    pub boards: Vec<BoardDocument>,
    /// The schools, board after board.
    pub schools: Vec<DrawnSchool>,
    /// The existing clusters, board after board.
    pub clusters: Vec<ClusterDocument>,
}

impl Landscape {
    /// The landscape of a region for a seed.
    pub fn draw(region: &Region, seed: u64) -> Self {
        let mut names = InventedNames::new(seed);
        let mut landscape = Self { boards: Vec::new(), schools: Vec::new(), clusters: Vec::new() };
        for (number, board) in region.boards.iter().enumerate() {
            let mut schools = draw_schools(board, number, &mut names, seed);
            let clusters =
                form_clusters(board, number, &mut schools, landscape.clusters.len(), seed);
            let formed = i64::try_from(clusters.len()).expect("fewer clusters than schools");
            let most = (formed + i64::from(board.new_clusters)).min(ClusterCount::GREATEST);
            landscape.boards.push(BoardDocument {
                id: board.id.clone(),
                name: Some(board.name.clone()),
                standing: Some(board.standing),
                max_clusters: Some(ClusterCount::try_from(most).expect("cut off above")),
                network: board.network.clone(),
                ..BoardDocument::default()
            });
            landscape.schools.append(&mut schools);
            landscape.clusters.extend(clusters);
        }
        landscape.give_second_days(region.two_day_clusters, seed);
        landscape
    }

    /// The positions of at most `count` schools that pass a test, nearest to a point first.
    pub fn nearest(
        &self,
        point: MapPoint,
        count: usize,
        will_do: impl Fn(&DrawnSchool) -> bool,
    ) -> Vec<usize> {
        let mut found: Vec<(i64, usize)> = self
            .schools
            .iter()
            .enumerate()
            .filter(|(_, school)| will_do(school))
            .map(|(position, school)| (school.at.distance_m2(point), position))
            .collect();
        if found.len() > count {
            found.select_nth_unstable(count);
            found.truncate(count);
        }
        found.sort_unstable();
        found.into_iter().map(|(_, position)| position).collect()
    }

    fn give_second_days(&mut self, count: usize, seed: u64) {
        let mut order: Vec<usize> = (0..self.clusters.len()).collect();
        Draws::new(seed, DrawSubject::MeetingDays, 0).shuffle(&mut order);
        for &cluster in order.iter().take(count) {
            self.clusters[cluster].meeting_days = Some(vec![Day::Tuesday, Day::Thursday]);
        }
    }
}

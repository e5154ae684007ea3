//! The list in preorder stays consistent with the parents, whatever is reattached.

use super::tree::{Attachment, Link, Tree};
use super::*;

/// Nodes from one up to the root, both included.
fn upwards(tree: &Tree, node: u32) -> Vec<u32> {
    let mut path = vec![node];
    while let Some(&last) = path.last().filter(|&&last| last != tree.root()) {
        path.push(tree.parent(last));
    }
    path
}

/// The subtree of a node in the order of the list.
fn listed(tree: &Tree, top: u32) -> Vec<u32> {
    let follow = |node: &u32| Some(tree.next[*node as usize]);
    let size = tree.links[top as usize].size as usize;
    std::iter::successors(Some(top), follow).take(size).collect()
}

fn assert_sound(tree: &Tree) {
    for top in 0..=tree.root() {
        let mut below: Vec<u32> =
            (0..=tree.root()).filter(|&node| upwards(tree, node).contains(&top)).collect();
        let mut subtree = listed(tree, top);
        assert_eq!(tree.after(top), tree.next[*subtree.last().unwrap() as usize]);
        subtree.sort_unstable();
        below.sort_unstable();
        assert_eq!(subtree, below, "the subtree of {top} in {tree:?}");
        assert_eq!(tree.previous(tree.next[top as usize]), top);
    }
}

#[test]
fn a_tree_is_sound_after_any_reattachment() {
    let mut draws = Draws::new(41);
    for nodes in [1, 2, 3, 7, 20] {
        let mut tree = Tree::star(nodes);
        assert_sound(&tree);
        for turn in 0..150 {
            let out = u32::try_from(draws.position(nodes)).unwrap();
            let inside = listed(&tree, out);
            let outside: Vec<u32> =
                (0..=tree.root()).filter(|node| !inside.contains(node)).collect();
            let node = inside[draws.position(inside.len())];
            let parent = outside[draws.position(outside.len())];
            let above = upwards(&tree, out);
            let join = *upwards(&tree, parent).iter().find(|node| above.contains(node)).unwrap();
            let link = Link { parent, size: 0, up: turn, down: 1000 + turn };
            let turned = upwards(&tree, node);
            let before = tree.clone();
            tree.reattach(out, Attachment { node, link, arc: 7 }, join);
            assert_sound(&tree);
            assert_eq!((tree.parent(node), tree.arc[node as usize]), (parent, 7));
            // Each link on the way up to where the tree was cut is the one below it, turned round.
            for pair in turned.windows(2).take_while(|pair| pair[0] != out) {
                let (old, new) = (before.links[pair[0] as usize], tree.links[pair[1] as usize]);
                assert_eq!((new.parent, new.up, new.down), (pair[0], old.down, old.up));
                assert_eq!(tree.arc[pair[1] as usize], before.arc[pair[0] as usize]);
            }
            if draws.percent(10) {
                tree.rebuild();
                assert_sound(&tree);
            }
        }
    }
}

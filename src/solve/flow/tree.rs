//! The spanning tree of a basis, as a list in preorder.
//!
//! A node that is nobody's own, the root, stands above all nodes of the network, after the last of
//! them. Each other node has a parent, and the arc between the two is a basic arc. The nodes of a
//! subtree stand side by side in the list, so that a subtree is moved by changing a few links.

/// Stands for the arc of a node that can send to the root at a forbidding cost.
pub(super) const TO_ROOT: u32 = u32::MAX;

/// Stands for the arc of a node that can take from the root at a forbidding cost.
pub(super) const FROM_ROOT: u32 = u32::MAX - 1;

/// What hangs a node on its parent: all that climbing reads, side by side.
#[derive(Clone, Copy, Debug)]
pub(super) struct Link {
    /// The node above.
    pub parent: u32,
    /// How many nodes are in the subtree, this one included.
    pub size: u32,
    /// How many units more can go to the parent. Above 0: that makes the tree strongly feasible.
    pub up: i64,
    /// How many units more can come from the parent.
    pub down: i64,
}

/// A tree over all nodes and the root.
#[derive(Clone, Debug)]
pub(super) struct Tree {
    /// Per node, and one for the root, whose parent is itself.
    pub links: Vec<Link>,
    /// The arc between a node and its parent, or [`TO_ROOT`], or [`FROM_ROOT`].
    pub arc: Vec<u32>,
    /// The node that follows in preorder; the root follows the last.
    pub next: Vec<u32>,
    previous: Vec<u32>,
    /// The last node of a subtree in preorder.
    last: Vec<u32>,
    root: u32,
}

/// A node that takes a place elsewhere in the tree, with the new arc between it and its parent.
#[derive(Clone, Copy, Debug)]
pub(super) struct Hanging {
    /// The node that gets a new parent.
    pub node: u32,
    /// What hangs it there; the size is not looked at.
    pub link: Link,
    /// The arc between the two.
    pub arc: u32,
}

impl Tree {
    /// A tree in which all nodes hang on the root by arcs that are not of the network.
    pub fn star(nodes: usize) -> Self {
        let root = u32::try_from(nodes).expect("few enough nodes");
        let link = Link { parent: root, size: 1, up: 0, down: 0 };
        let mut tree = Self {
            links: vec![link; nodes + 1],
            arc: vec![TO_ROOT; nodes + 1],
            next: vec![root; nodes + 1],
            previous: vec![root; nodes + 1],
            last: vec![root; nodes + 1],
            root,
        };
        tree.rebuild();
        tree
    }

    /// The root.
    pub fn root(&self) -> u32 {
        self.root
    }

    /// The node above another.
    pub fn parent(&self, node: u32) -> u32 {
        self.links[node as usize].parent
    }

    /// The last node in preorder.
    pub fn end(&self) -> u32 {
        self.last[self.root() as usize]
    }

    /// The node before another in preorder; the last one is before the root.
    pub fn previous(&self, node: u32) -> u32 {
        self.previous[node as usize]
    }

    /// The node that follows a whole subtree.
    pub fn after(&self, top: u32) -> u32 {
        self.next[self.last[top as usize] as usize]
    }

    /// Lists the nodes anew, and counts them, after parents were changed.
    pub fn rebuild(&mut self) {
        let root = self.root();
        // Brothers stand in a chain: the first child of each node, and each one's next brother.
        let mut child = vec![root; self.links.len()];
        let mut brother = vec![root; self.links.len()];
        for node in (0..root).rev() {
            let parent = self.parent(node) as usize;
            brother[node as usize] = child[parent];
            child[parent] = node;
        }
        for link in &mut self.links {
            link.size = 1;
        }
        let mut node = root;
        loop {
            let mut following = child[node as usize];
            if following == root {
                following = self.close(node, &brother);
            }
            self.follow(node, following);
            if following == root {
                break;
            }
            node = following;
        }
        self.last[root as usize] = node;
    }

    /// Ends all subtrees of which a leaf is the last while the list is made, and returns the node
    /// that follows: the root when there is none.
    fn close(&mut self, leaf: u32, brother: &[u32]) -> u32 {
        let root = self.root();
        let mut node = leaf;
        while node != root {
            self.last[node as usize] = leaf;
            let Link { parent, size, .. } = self.links[node as usize];
            self.links[parent as usize].size += size;
            if brother[node as usize] != root {
                return brother[node as usize];
            }
            node = parent;
        }
        root
    }

    /// Lets a node follow another in the list.
    fn follow(&mut self, before: u32, after: u32) {
        self.next[before as usize] = after;
        self.previous[after as usize] = before;
    }

    /// Takes the arc between `out` and its parent away and hangs the subtree of `out` elsewhere by
    /// one of its nodes. `join` is the lowest node that is above both the old and the new place.
    pub fn rehang(&mut self, out: u32, hanging: Hanging, join: u32) {
        let moved = self.links[out as usize].size;
        self.detach(out, moved, join);
        let end = self.turn(out, hanging, moved);
        self.widen(hanging.link.parent, end, moved, join);
    }

    /// Takes the subtree of a node out of the list and out of the counts.
    fn detach(&mut self, out: u32, moved: u32, join: u32) {
        let last = self.last[out as usize];
        let before = self.previous[out as usize];
        self.follow(before, self.next[last as usize]);
        let above = self.parent(out);
        self.replace_last(above, last, before);
        let mut node = above;
        while node != join {
            let link = &mut self.links[node as usize];
            link.size -= moved;
            node = link.parent;
        }
    }

    /// Counts a subtree in that was hung on a node and ends at `end`.
    fn widen(&mut self, above: u32, end: u32, moved: u32, join: u32) {
        self.replace_last(above, above, end);
        let mut node = above;
        while node != join {
            let link = &mut self.links[node as usize];
            link.size += moved;
            node = link.parent;
        }
    }

    /// Says where subtrees end, upwards from a node, of which the end has changed.
    fn replace_last(&mut self, mut node: u32, old: u32, new: u32) {
        let root = self.root();
        while self.last[node as usize] == old {
            self.last[node as usize] = new;
            if node == root {
                break;
            }
            node = self.parent(node);
        }
    }

    /// Turns the path from the node that gets a new parent up to `out` upside down, and puts the
    /// nodes into the list after the new parent. Returns the last of them.
    fn turn(&mut self, out: u32, hanging: Hanging, moved: u32) -> u32 {
        let above = hanging.link.parent;
        let follower = self.next[above as usize];
        let Hanging { mut node, mut link, mut arc } = hanging;
        let mut end = above;
        // How the subtree of the node below on the path stood in the list: it is left out of the
        // subtree of the node that was above it.
        let mut below: Option<(u32, u32, u32)> = None;
        let mut below_size = 0;
        loop {
            let place = node as usize;
            let old_link = self.links[place];
            let old_arc = self.arc[place];
            let before = self.previous[place];
            let last = self.last[place];
            let mut after = self.next[last as usize];
            self.follow(end, node);
            match below {
                None => end = last,
                Some((below_before, below_last, below_after)) => {
                    end = below_before;
                    if below_last == last {
                        // The next of the last was changed when the node below was put there.
                        after = below_after;
                    } else {
                        self.follow(end, below_after);
                        end = last;
                    }
                }
            }
            self.links[place] = Link { size: moved - below_size, ..link };
            self.arc[place] = arc;
            if node == out {
                break;
            }
            below = Some((before, last, after));
            below_size = old_link.size;
            link = Link { parent: node, size: 0, up: old_link.down, down: old_link.up };
            arc = old_arc;
            node = old_link.parent;
        }
        self.follow(end, follower);
        loop {
            self.last[node as usize] = end;
            if node == hanging.node {
                break;
            }
            node = self.parent(node);
        }
        end
    }
}

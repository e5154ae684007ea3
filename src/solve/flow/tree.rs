//! The spanning tree of a basis, as a threaded list in preorder.
//!
//! An artificial root, with the index after those of all nodes of the network, is the ancestor of all.
//! Each other node has a parent, and the arc between the two is basic. A subtree is a contiguous part of
//! the list, so that moving it changes only a few links of the list.

/// The artificial arc from a node to the root, at a forbidding cost.
pub(super) const TO_ROOT: u32 = u32::MAX;

/// The artificial arc from the root to a node, at a forbidding cost.
pub(super) const FROM_ROOT: u32 = u32::MAX - 1;

/// The link of a node to its parent: what a walk to the root reads, side by side in memory.
#[derive(Clone, Copy, Debug)]
pub(super) struct Link {
    /// The parent node.
    pub parent: u32,
    /// The number of nodes in the subtree, this one included.
    pub size: u32,
    /// The residual capacity towards the parent. Always positive: the tree is strongly feasible
    /// (Cunningham 1976).
    pub up: i64,
    /// The residual capacity from the parent; 0 if the link is degenerate.
    pub down: i64,
}

/// A spanning tree over all nodes and the root.
#[derive(Clone, Debug)]
pub(super) struct Tree {
    /// Per node, and last for the root, which is its own parent.
    pub links: Vec<Link>,
    /// The arc between a node and its parent, or [`TO_ROOT`], or [`FROM_ROOT`].
    pub arc: Vec<u32>,
    /// The node that follows in preorder; the root follows the last.
    pub next: Vec<u32>,
    previous: Vec<u32>,
    /// The last node in preorder of each node's subtree.
    last: Vec<u32>,
    root: u32,
}

/// A node with a new parent, and the entering arc between the two.
#[derive(Clone, Copy, Debug)]
pub(super) struct Attachment {
    /// The node that gets a new parent.
    pub node: u32,
    /// The new link; its size is ignored.
    pub link: Link,
    /// The arc between the two.
    pub arc: u32,
}

impl Tree {
    /// A tree in which an artificial arc joins each node to the root.
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

    /// The parent of a node.
    pub fn parent(&self, node: u32) -> u32 {
        self.links[node as usize].parent
    }

    /// The last node in preorder.
    pub fn end(&self) -> u32 {
        self.last[self.root() as usize]
    }

    /// The predecessor of a node in preorder; that of the root is the last node.
    pub fn previous(&self, node: u32) -> u32 {
        self.previous[node as usize]
    }

    /// The node that follows the subtree of a node in preorder.
    pub fn after(&self, top: u32) -> u32 {
        self.next[self.last[top as usize] as usize]
    }

    /// Rebuilds the list and the subtree sizes from the parents, in linear time.
    pub fn rebuild(&mut self) {
        let root = self.root();
        // Children as linked lists: the first child of each node, and the next sibling of each child. The
        // root, which is no child, marks the end.
        let mut child = vec![root; self.links.len()];
        let mut sibling = vec![root; self.links.len()];
        for node in (0..root).rev() {
            let parent = self.parent(node) as usize;
            sibling[node as usize] = child[parent];
            child[parent] = node;
        }
        for link in &mut self.links {
            link.size = 1;
        }
        let mut node = root;
        loop {
            let mut following = child[node as usize];
            if following == root {
                following = self.close(node, &sibling);
            }
            self.follow(node, following);
            if following == root {
                break;
            }
            node = following;
        }
        self.last[root as usize] = node;
    }

    /// While the list is built: closes all subtrees that end with a leaf, and returns the node that follows;
    /// the root if there is none.
    fn close(&mut self, leaf: u32, sibling: &[u32]) -> u32 {
        let root = self.root();
        let mut node = leaf;
        while node != root {
            self.last[node as usize] = leaf;
            let Link { parent, size, .. } = self.links[node as usize];
            self.links[parent as usize].size += size;
            if sibling[node as usize] != root {
                return sibling[node as usize];
            }
            node = parent;
        }
        root
    }

    /// Makes `after` the successor of `before` in the list.
    fn follow(&mut self, before: u32, after: u32) {
        self.next[before as usize] = after;
        self.previous[after as usize] = before;
    }

    /// Removes the arc between `out` and its parent, and attaches the subtree of `out` elsewhere by one of its
    /// nodes, which becomes its top. `join` is the lowest common ancestor of the old and the new parent, above
    /// which sizes do not change.
    pub fn reattach(&mut self, out: u32, attachment: Attachment, join: u32) {
        let moved = self.links[out as usize].size;
        self.detach(out, moved, join);
        let end = self.reverse_path(out, attachment, moved);
        self.enlarge(attachment.link.parent, end, moved, join);
    }

    /// Takes the subtree of a node out of the list and out of the sizes of its ancestors.
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

    /// Adds a subtree that was attached to a node, and ends at `end`, to the sizes of its ancestors.
    fn enlarge(&mut self, above: u32, end: u32, moved: u32, join: u32) {
        self.replace_last(above, above, end);
        let mut node = above;
        while node != join {
            let link = &mut self.links[node as usize];
            link.size += moved;
            node = link.parent;
        }
    }

    /// Replaces the last node of all subtrees that ended with `old`, from a node upwards.
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

    /// Reverses the path from the node that gets a new parent up to `out`, and inserts the nodes into the list
    /// after the new parent. Returns the last of them.
    ///
    /// Each node on the path keeps its subtree without the part that held the node below it, and becomes a
    /// child of that node.
    fn reverse_path(&mut self, out: u32, attachment: Attachment, moved: u32) -> u32 {
        let above = attachment.link.parent;
        let follower = self.next[above as usize];
        let Attachment { mut node, mut link, mut arc } = attachment;
        let mut end = above;
        // Where the subtree of the previous node on the path was in the list: predecessor, last node and
        // successor. That part is skipped in the subtree of its former parent.
        let mut below: Option<(u32, u32, u32)> = None;
        let mut below_size = 0;
        loop {
            let index = node as usize;
            let old_link = self.links[index];
            let old_arc = self.arc[index];
            let before = self.previous[index];
            let last = self.last[index];
            let mut after = self.next[last as usize];
            self.follow(end, node);
            match below {
                None => end = last,
                Some((below_before, below_last, below_after)) => {
                    end = below_before;
                    if below_last == last {
                        // The successor of `last` was overwritten when the node below was inserted.
                        after = below_after;
                    } else {
                        self.follow(end, below_after);
                        end = last;
                    }
                }
            }
            self.links[index] = Link { size: moved - below_size, ..link };
            self.arc[index] = arc;
            if node == out {
                break;
            }
            below = Some((before, last, after));
            below_size = old_link.size;
            // The link changes direction, and its residual capacities with it.
            link = Link { parent: node, size: 0, up: old_link.down, down: old_link.up };
            arc = old_arc;
            node = old_link.parent;
        }
        self.follow(end, follower);
        // All subtrees on the reversed path now end with the same node.
        loop {
            self.last[node as usize] = end;
            if node == attachment.node {
                break;
            }
            node = self.parent(node);
        }
        end
    }
}

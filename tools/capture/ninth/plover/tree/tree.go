// Package tree finds subscriptions by the parts of a topic.
package tree

import (
	"sort"
	"strings"
	"sync"
)

// Subscription is somebody who wants messages.
type Subscription struct {
	Device int
	Got    int
}

// Node is a part of a topic.
type Node struct {
	part          string
	children      []*Node
	subscriptions []*Subscription
}

func newNode(part string) *Node { return &Node{part: strings.Clone(part)} }

func (n *Node) at(part string) (int, bool) {
	i := sort.Search(len(n.children), func(i int) bool { return n.children[i].part >= part })
	return i, i < len(n.children) && n.children[i].part == part
}

// child is the node of a part below this one, which is made if there was none.
func (n *Node) child(part string) *Node {
	i, found := n.at(part)
	if found {
		return n.children[i]
	}
	return n.insert(i, part)
}

func (n *Node) insert(i int, part string) *Node {
	n.children = append(n.children, nil)
	copy(n.children[i+1:], n.children[i:])
	n.children[i] = newNode(part)
	return n.children[i]
}

// Tree has subscriptions.
type Tree struct {
	mu   sync.RWMutex
	root Node
}

// New has none.
func New() *Tree { return &Tree{} }

// Add subscribes to a topic.
func (t *Tree) Add(topic string, s *Subscription) {
	t.mu.Lock()
	defer t.mu.Unlock()
	n := &t.root
	for _, part := range strings.Split(topic, "/") {
		n = n.child(part)
	}
	n.subscriptions = append(n.subscriptions, s)
}

// Delete takes a subscription away.
func (t *Tree) Delete(topic string, s *Subscription) bool {
	t.mu.Lock()
	defer t.mu.Unlock()
	n := t.find(topic)
	if n == nil {
		return false
	}
	for i, other := range n.subscriptions {
		if other == s {
			n.subscriptions = append(n.subscriptions[:i:i], n.subscriptions[i+1:]...)
			if len(n.subscriptions) == 0 {
				n.subscriptions = nil
			}
			return true
		}
	}
	return false
}

func (t *Tree) find(topic string) *Node {
	n := &t.root
	for _, part := range strings.Split(topic, "/") {
		i, found := n.at(part)
		if !found {
			return nil
		}
		n = n.children[i]
	}
	return n
}

// Send tells who subscribed to a topic and returns how many those are.
func (t *Tree) Send(topic string) int {
	t.mu.RLock()
	defer t.mu.RUnlock()
	n := t.find(topic)
	if n == nil {
		return 0
	}
	for _, s := range n.subscriptions {
		s.Got++
	}
	return len(n.subscriptions)
}

package segmented

type node[K comparable, V any] struct {
	key         K
	value       V
	next, prior *node[K, V]
	home        *ring[K, V]
}

// ring is a list whose ends meet at root.
type ring[K comparable, V any] struct {
	root   node[K, V]
	length int
}

func (r *ring[K, V]) init() { r.root.next, r.root.prior = &r.root, &r.root }

func (r *ring[K, V]) last() *node[K, V] { return r.root.prior }

func (r *ring[K, V]) pushFront(n *node[K, V]) {
	n.home, n.prior, n.next = r, &r.root, r.root.next
	n.next.prior, r.root.next = n, n
	r.length++
}

func (r *ring[K, V]) remove(n *node[K, V]) {
	n.prior.next, n.next.prior = n.next, n.prior
	n.prior, n.next, n.home = nil, nil, nil
	r.length--
}

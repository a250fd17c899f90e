// Package pages keeps the latest pages.
package pages

// Pages are kept in a ring.
type Pages struct {
	ring []string
	at   map[int]int
	next int
	keys []int
}

// New keeps n.
func New(n int) *Pages {
	return &Pages{ring: make([]string, n), keys: make([]int, n), at: make(map[int]int, n)}
}

// Page is page n.
func (p *Pages) Page(n int) string {
	if i, found := p.at[n]; found {
		return p.ring[i]
	}
	text := string(make([]byte, 3000))
	delete(p.at, p.keys[p.next])
	p.ring[p.next], p.keys[p.next], p.at[n] = text, n, p.next
	p.next = (p.next + 1) % len(p.ring)
	return text
}

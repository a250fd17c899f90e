// Package outbox has letters that are not sent yet.
package outbox

import "sync"

// Letter is to somebody.
type Letter struct {
	To   string
	Text []byte
}

const page = 256

type leaf struct {
	letters []Letter
	next    *leaf
}

// Outbox is a list of pages of letters.
type Outbox struct {
	mu          sync.Mutex
	first, last *leaf
	taken       int // from the first page
	count       int
}

// New is empty.
func New() *Outbox {
	l := &leaf{}
	return &Outbox{first: l, last: l}
}

// Put adds a letter.
func (o *Outbox) Put(letter Letter) {
	o.mu.Lock()
	defer o.mu.Unlock()
	if len(o.last.letters) == page {
		o.last.next = &leaf{}
		o.last = o.last.next
	}
	o.last.letters = append(o.last.letters, letter)
	o.count++
}

// Take removes up to n letters, the oldest first.
func (o *Outbox) Take(n int) []Letter {
	o.mu.Lock()
	defer o.mu.Unlock()
	var out []Letter
	for len(out) < n && o.count > 0 {
		if o.taken == len(o.first.letters) {
			o.first, o.taken = o.first.next, 0
			continue
		}
		out = append(out, o.first.letters[o.taken])
		o.first.letters[o.taken] = Letter{}
		o.taken++
		o.count--
	}
	return out
}

// Len is how many there are.
func (o *Outbox) Len() int {
	o.mu.Lock()
	defer o.mu.Unlock()
	return o.count
}

// Package weighed keeps pieces up to a weight.
package weighed

import (
	"container/list"
	"sync"
)

type entry struct {
	number int
	piece  []byte
}

// Pieces has pieces by number.
type Pieces struct {
	most int

	mu     sync.Mutex
	weight int
	order  *list.List
	at     map[int]*list.Element
}

// New has room for so many bytes.
func New(most int) *Pieces {
	return &Pieces{most: most, order: list.New(), at: make(map[int]*list.Element)}
}

// Get returns a piece, if it is there.
func (p *Pieces) Get(number int) ([]byte, bool) {
	p.mu.Lock()
	defer p.mu.Unlock()
	e, found := p.at[number]
	if !found {
		return nil, false
	}
	p.order.MoveToFront(e)
	return e.Value.(*entry).piece, true
}

// Put adds a piece and drops others until the weight is right.
func (p *Pieces) Put(number int, piece []byte) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if _, found := p.at[number]; found {
		return
	}
	p.at[number] = p.order.PushFront(&entry{number: number, piece: piece})
	p.weight += cap(piece)
	for p.weight > p.most {
		last := p.order.Back()
		gone := p.order.Remove(last).(*entry)
		delete(p.at, gone.number)
		p.weight -= cap(gone.piece)
	}
}

// Weight is how much there is.
func (p *Pieces) Weight() int {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.weight
}

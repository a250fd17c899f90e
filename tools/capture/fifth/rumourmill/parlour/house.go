// Package parlour is where guests sit.
package parlour

import (
	"strconv"
	"sync/atomic"

	"git.parlour.example/news/rumourmill/hearsay"
)

// House has two lists: what is told all day, and warnings.
type House struct {
	rumours  *hearsay.List[string]
	warnings *hearsay.List[string]
	heard    int64
}

// NewHouse is empty.
func NewHouse() *House {
	return &House{rumours: hearsay.NewList[string](300), warnings: hearsay.NewList[string](50)}
}

// Tell tells the nth rumour.
func (h *House) Tell(n int) { h.rumours.Push("rumour " + strconv.Itoa(n)) }

// Guest hears what is said while he is there.
type Guest struct {
	house *House
	name  int
	gone  int32
}

// Welcome lets a guest in.
func (h *House) Welcome(name int) *Guest {
	g := &Guest{house: h, name: name}
	go g.follow(h.rumours)
	go g.follow(h.warnings)
	return g
}

func (g *Guest) follow(list *hearsay.List[string]) {
	for item := list.WaitFront(); atomic.LoadInt32(&g.gone) == 0; item = item.WaitNext() {
		atomic.AddInt64(&g.house.heard, int64(len(item.Said)))
	}
}

// Leave ends the visit.
func (g *Guest) Leave() { atomic.StoreInt32(&g.gone, 1) }

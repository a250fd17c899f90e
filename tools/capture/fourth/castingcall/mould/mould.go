// Package mould casts in moulds that are used once.
package mould

import (
	"context"
	"sync/atomic"
	"time"
)

type mould struct {
	number int
	broken atomic.Bool
	shape  []float32
}

func newMould(n int) *mould {
	m := &mould{number: n, shape: make([]float32, 420)}
	for i := range m.shape {
		m.shape[i] = float32(i * n)
	}
	return m
}

func (m *mould) smash() { m.broken.Store(true) }

// Shop casts.
type Shop struct {
	weight atomic.Int64
}

// NewShop is a shop with nothing cast yet.
func NewShop() *Shop { return &Shop{} }

// Cast casts once; when ctx ends before that, the mould is smashed.
func (s *Shop) Cast(ctx context.Context, n int) {
	m := newMould(n)
	context.AfterFunc(ctx, m.smash)
	for i := 0; i < len(m.shape) && !m.broken.Load(); i += 60 {
		s.weight.Add(int64(m.shape[i]))
		time.Sleep(3 * time.Millisecond)
	}
}

// Package bucket counts lines of a source that come faster than a rule allows.
package bucket

import (
	"context"
	"sync"
	"time"

	"git.palisade.example/guard/sentrypost/rules"
	"git.palisade.example/guard/sentrypost/weblog"
)

type key struct {
	rule   *rules.Rule
	source string
}

// Shelf has a bucket for each source and rule that has lines.
type Shelf struct {
	mu       sync.Mutex
	buckets  map[key]*bucket
	overflow func(source string, lines []string)
}

type bucket struct {
	key
	in    chan weblog.Line
	lines []string
}

// NewShelf calls overflow when a bucket runs over.
func NewShelf(overflow func(source string, lines []string)) *Shelf {
	return &Shelf{buckets: make(map[key]*bucket), overflow: overflow}
}

// Pour puts a line into the bucket it belongs to, a new one if need be.
func (s *Shelf) Pour(ctx context.Context, rule *rules.Rule, line weblog.Line) {
	s.mu.Lock()
	defer s.mu.Unlock()
	k := key{rule: rule, source: line.Source}
	b := s.buckets[k]
	if b == nil {
		b = &bucket{key: k, in: make(chan weblog.Line, rule.Capacity)}
		s.buckets[k] = b
		go s.run(ctx, b)
	}
	select {
	case b.in <- line:
	default: // more at once than it holds: it runs over anyway
	}
}

func (s *Shelf) run(ctx context.Context, b *bucket) {
	drop := time.NewTicker(b.rule.Every)
	defer drop.Stop()
	for {
		select {
		case line := <-b.in:
			b.lines = append(b.lines, line.Text)
			if len(b.lines) > b.rule.Capacity {
				s.remove(b)
				s.overflow(b.source, b.lines)
				return
			}
		case <-drop.C:
			if b.drip() && s.removeIfDry(b) {
				return
			}
		case <-ctx.Done():
			return
		}
	}
}

// drip lets one line out and tells whether the bucket is empty now.
func (b *bucket) drip() bool {
	if len(b.lines) > 0 {
		b.lines = append(b.lines[:0:0], b.lines[1:]...)
	}
	return len(b.lines) == 0
}

func (s *Shelf) remove(b *bucket) {
	s.mu.Lock()
	defer s.mu.Unlock()
	delete(s.buckets, b.key)
}

func (s *Shelf) removeIfDry(b *bucket) bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	if len(b.in) > 0 {
		return false
	}
	delete(s.buckets, b.key)
	return true
}

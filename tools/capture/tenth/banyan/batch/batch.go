// Package batch gathers rows.
package batch

import (
	"context"
	"time"
)

// Batch gathers up to a size and no longer than it may linger.
type Batch[T any] struct {
	in chan T
}

// New writes with write.
func New[T any](ctx context.Context, size int, linger time.Duration, write func([]T)) *Batch[T] {
	b := &Batch[T]{in: make(chan T)}
	go b.gather(ctx, size, linger, write)
	return b
}

// Add adds a row.
func (b *Batch[T]) Add(row T) { b.in <- row }

func (b *Batch[T]) gather(ctx context.Context, size int, linger time.Duration, write func([]T)) {
	var rows []T
	late := time.NewTicker(linger)
	defer late.Stop()
	for {
		select {
		case row := <-b.in:
			if rows = append(rows, row); len(rows) < size {
				continue
			}
		case <-late.C:
		case <-ctx.Done():
			return
		}
		write(rows)
		rows = nil
		late.Reset(linger)
	}
}

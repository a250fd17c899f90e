// Package hand does tasks.
package hand

import (
	"context"
	"crypto/sha256"
	"encoding/binary"
	"time"
)

// Task is what is to be done.
type Task struct {
	Number  int
	Attempt int
	Revoked bool
}

type taskKey struct{}

// Hand does one task at a time.
type Hand struct {
	number int
	done   int
	sum    byte
}

// New is hand n.
func New(n int) *Hand { return &Hand{number: n} }

func (h *Hand) begin(ctx context.Context, t *Task) (context.Context, context.CancelFunc) {
	ctx, cancel := context.WithCancel(ctx)
	return context.WithValue(ctx, taskKey{}, t), cancel
}

// Do does a task.
func (h *Hand) Do(ctx context.Context, t *Task) error {
	ctx, cancel := h.begin(ctx, t)
	if t.Revoked {
		cancel()
		return ctx.Err()
	}
	return h.work(ctx)
}

func (h *Hand) work(ctx context.Context) error {
	task := ctx.Value(taskKey{}).(*Task)
	select {
	case <-time.After(20 * time.Millisecond):
	case <-ctx.Done():
		return ctx.Err()
	}
	sum := sha256.Sum256(binary.BigEndian.AppendUint64(nil, uint64(task.Number)))
	h.sum ^= sum[0]
	h.done++
	return nil
}

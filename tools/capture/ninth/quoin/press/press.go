// Package press prints sheet by sheet.
package press

import (
	"context"
	"fmt"
	"sync/atomic"
	"time"

	"go.quoin.example/print/quoin/watch"
)

// Press has watches for its prints.
type Press struct {
	alarms  *watch.Alarms
	every   time.Duration
	printed atomic.Int64
}

// New watches every so often.
func New(alarms *watch.Alarms, every time.Duration) *Press {
	return &Press{alarms: alarms, every: every}
}

// Printed is how many sheets were printed.
func (p *Press) Printed() int64 { return p.printed.Load() }

// Print takes about ten seconds.
func (p *Press) Print(ctx context.Context, number int) error {
	dog := watch.Set(fmt.Sprint("print ", number), p.alarms, p.every)
	defer dog.Off()
	sheets := 6 + number%9
	plate := make([]byte, 8<<10)
	for i := 0; i < sheets; i++ {
		select {
		case <-time.After(time.Second):
		case <-ctx.Done():
			return fmt.Errorf("print %d: sheet %d: %w", number, i, ctx.Err())
		}
		for at := range plate {
			plate[at] ^= byte(at * i)
		}
		dog.Moved()
		p.printed.Add(1)
	}
	return nil
}

// Package lane brings records to a store.
package lane

import (
	"context"
	"sync/atomic"
	"time"
)

// Record is brought.
type Record struct {
	Source, Number int
	Fields         [60]int64
}

// Lane is a bounded queue before the store.
type Lane struct {
	records chan *Record
	stored  int64
}

// Open lets stores goroutines store what is brought.
func Open(ctx context.Context, stores, room int) *Lane {
	l := &Lane{records: make(chan *Record, room)}
	for i := 0; i < stores; i++ {
		go l.store(ctx)
	}
	return l
}

func (l *Lane) store(ctx context.Context) {
	for {
		select {
		case <-ctx.Done():
			return
		case r := <-l.records:
			time.Sleep(70 * time.Millisecond)
			atomic.AddInt64(&l.stored, r.Fields[r.Number%60]&1|1)
		}
	}
}

// Bring brings records of one source, as fast as they are taken.
func (l *Lane) Bring(ctx context.Context, source int) {
	for n := 0; ctx.Err() == nil; n++ {
		l.records <- &Record{Source: source, Number: n}
	}
}

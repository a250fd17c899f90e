// Package station has stations that report.
package station

import (
	"context"
	"sync"
	"time"
)

type station struct {
	number  int
	reports chan int
	history []int
}

// Field has stations.
type Field struct {
	mu       sync.Mutex
	stations []*station
}

// NewField has none yet.
func NewField() *Field { return &Field{} }

// Join brings a station up.
func (f *Field) Join(ctx context.Context, number int) {
	s := &station{number: number, reports: make(chan int, 2), history: make([]int, 2048)}
	f.mu.Lock()
	defer f.mu.Unlock()
	f.stations = append(f.stations, s)
	go s.listen(ctx)
}

func (s *station) listen(ctx context.Context) {
	watchdog := time.NewTimer(time.Minute)
	defer watchdog.Stop()
	for n := 0; ; n++ {
		select {
		case r := <-s.reports:
			s.history[n%len(s.history)] = r
			watchdog.Reset(time.Minute)
		case <-watchdog.C:
			s.history[n%len(s.history)] = -1
		case <-ctx.Done():
			return
		}
	}
}

// Report goes to one of the stations.
func (f *Field) Report(n int) {
	f.mu.Lock()
	defer f.mu.Unlock()
	if len(f.stations) == 0 {
		return
	}
	select {
	case f.stations[n*7%len(f.stations)].reports <- n:
	default:
	}
}

// Package windows is windows of event time.
package windows

import (
	"sync"
	"time"
)

// Event has a time of its own.
type Event struct {
	At     int64
	Sensor string
	Value  int
	raw    [300]byte
}

type window struct {
	from   int64
	events map[string][]*Event
}

// Windows has those that are open.
type Windows struct {
	length, late int64

	mu        sync.Mutex
	open      map[int64]*window
	watermark int64
	closed    int
}

// New has windows of length and waits for events that are late.
func New(length, late time.Duration) *Windows {
	return &Windows{length: length.Milliseconds(), late: late.Milliseconds(), open: make(map[int64]*window)}
}

// Add puts an event into its window, unless that is closed.
func (w *Windows) Add(e *Event) {
	w.mu.Lock()
	defer w.mu.Unlock()
	from := e.At / w.length * w.length
	if from+w.length <= w.watermark {
		return
	}
	at, isOpen := w.open[from]
	if !isOpen {
		at = &window{from: from, events: make(map[string][]*Event)}
		w.open[from] = at
	}
	at.events[e.Sensor] = append(at.events[e.Sensor], e)
	if e.At-w.late > w.watermark {
		w.watermark = e.At - w.late
		w.close()
	}
}

// close drops the windows that the watermark has passed.
func (w *Windows) close() {
	for from := range w.open {
		if from+w.length <= w.watermark {
			delete(w.open, from)
			w.closed++
		}
	}
}

// Closed is how many windows are done.
func (w *Windows) Closed() int {
	w.mu.Lock()
	defer w.mu.Unlock()
	return w.closed
}

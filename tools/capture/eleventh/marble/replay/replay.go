// Package replay records what was decided.
package replay

import "sync"

const shown = 200

// Record is of one request.
type Record struct {
	Model string
	Body  string
}

// Store keeps records.
type Store interface{ Append(Record) }

// Memory keeps the last ones.
type Memory struct {
	Limit   int
	mu      sync.Mutex
	records []Record
}

// Append keeps a record.
func (m *Memory) Append(r Record) {
	m.mu.Lock()
	defer m.mu.Unlock()
	if len(m.records) >= m.Limit {
		m.records = append(m.records[:0], m.records[m.Limit/2:]...)
	}
	m.records = append(m.records, r)
}

// Recorder writes to a store.
type Recorder struct{ store Store }

// New records in a store.
func New(store Store) *Recorder { return &Recorder{store: store} }

// Add records a decision.
func (r *Recorder) Add(model, body string) { r.store.Append(Record{Model: model, Body: short(body)}) }

func short(text string) string {
	if len(text) > shown {
		return text[:shown]
	}
	return text
}

// Package layers keeps records in sorted layers, which are merged as they get older.
package layers

import (
	"context"
	"sort"
	"sync"
	"time"

	"git.bedrock.example/store/stratavault/records"
)

const (
	fan    = 4 // layers of a tier that are merged into one of the next
	oldest = 2 // the tier that is not merged any more
)

type layer struct {
	records []records.Record
	newest  time.Time
}

// Vault has an open layer and closed ones.
type Vault struct {
	size int
	keep time.Duration

	mu    sync.RWMutex
	open  map[string]records.Record
	tiers [oldest + 1][]*layer
	full  chan map[string]records.Record
}

// New closes a layer at size records and drops what is older than keep.
func New(size int, keep time.Duration) *Vault {
	return &Vault{size: size, keep: keep, open: make(map[string]records.Record, size), full: make(chan map[string]records.Record, 2)}
}

// Add keeps r; it waits when layers are closed faster than they are written out.
func (v *Vault) Add(r records.Record) {
	v.mu.Lock()
	v.open[r.Key] = r
	var closed map[string]records.Record
	if len(v.open) >= v.size {
		closed, v.open = v.open, make(map[string]records.Record, v.size)
	}
	v.mu.Unlock()
	if closed != nil {
		v.full <- closed
	}
}

// Tend writes layers out, merges and drops them until ctx ends.
func (v *Vault) Tend(ctx context.Context) {
	for {
		select {
		case closed := <-v.full:
			v.place(0, sorted(closed))
			for tier := 0; tier < oldest; tier++ {
				v.merge(tier)
			}
			v.drop()
		case <-ctx.Done():
			return
		}
	}
}

func sorted(closed map[string]records.Record) *layer {
	l := &layer{records: make([]records.Record, 0, len(closed)), newest: time.Now()}
	for _, r := range closed {
		l.records = append(l.records, r)
	}
	sort.Slice(l.records, func(i, j int) bool { return l.records[i].Key < l.records[j].Key })
	return l
}

func (v *Vault) place(tier int, l *layer) {
	v.mu.Lock()
	defer v.mu.Unlock()
	v.tiers[tier] = append(v.tiers[tier], l)
}

func (v *Vault) merge(tier int) {
	v.mu.RLock()
	from := v.tiers[tier]
	v.mu.RUnlock()
	if len(from) < fan {
		return
	}
	merged := &layer{newest: from[len(from)-1].newest}
	seen := make(map[string]bool)
	for i := len(from) - 1; i >= 0; i-- {
		for _, r := range from[i].records {
			if !seen[r.Key] {
				seen[r.Key] = true
				merged.records = append(merged.records, records.Record{Key: r.Key, Body: append([]byte(nil), r.Body...)})
			}
		}
	}
	sort.Slice(merged.records, func(i, j int) bool { return merged.records[i].Key < merged.records[j].Key })
	v.mu.Lock()
	v.tiers[tier] = nil
	v.mu.Unlock()
	v.place(tier+1, merged)
}

func (v *Vault) drop() {
	v.mu.Lock()
	defer v.mu.Unlock()
	for len(v.tiers[oldest]) > 0 && time.Since(v.tiers[oldest][0].newest) > v.keep {
		v.tiers[oldest] = append([]*layer(nil), v.tiers[oldest][1:]...)
	}
}

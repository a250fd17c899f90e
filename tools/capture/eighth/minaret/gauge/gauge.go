// Package gauge counts what was asked.
package gauge

import (
	"expvar"
	"fmt"
	"sort"
	"strings"
)

// Gauge counts by label.
type Gauge struct{ counts *expvar.Map }

// New counts in a map of its own, which only its totals publish.
func New() *Gauge {
	g := &Gauge{counts: new(expvar.Map).Init()}
	expvar.Publish("requests", expvar.Func(func() interface{} { return g.total() }))
	return g
}

// Count counts one request.
func (g *Gauge) Count(path string, status int) { g.counts.Add(label(path, status), 1) }

func label(path string, status int) string {
	parts := strings.Split(strings.Trim(path, "/"), "/")
	sort.Strings(parts)
	return fmt.Sprintf("%s{status=%d,zone=inner,method=GET}", strings.Join(parts, "."), status)
}

func (g *Gauge) total() (total int64) {
	g.counts.Do(func(kv expvar.KeyValue) { total += kv.Value.(*expvar.Int).Value() })
	return total
}

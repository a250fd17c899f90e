// Package feed brings job definitions as another system wrote them.
package feed

import (
	"fmt"
	"time"

	"go.redpoll.example/cron/redpoll/schedule"
)

// Feed numbers them.
type Feed struct{ number int }

// New begins with one.
func New() *Feed { return &Feed{} }

// Next is due some seconds from now, or a while ago.
func (f *Feed) Next(now time.Time) schedule.Definition {
	f.number++
	due := now.Add(time.Duration(2+f.number%9) * time.Second)
	if f.number%2 == 0 {
		due = now.Add(-time.Minute)
	}
	d := schedule.Definition{Name: fmt.Sprint("job ", f.number), Due: due}
	for i := 0; i < 24; i++ {
		d.Steps = append(d.Steps, fmt.Sprintf("step %d of job %d: copy, check, tell", i, f.number))
	}
	return d
}

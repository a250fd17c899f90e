// Package task has tasks with a period.
package task

import (
	"sync/atomic"
	"time"
)

type task struct {
	name   int
	period time.Duration
}

// Table is the tasks in force.
type Table struct {
	tasks atomic.Pointer[[]task]
	runs  atomic.Int64
}

// NewTable is empty.
func NewTable() *Table { return &Table{} }

// Apply puts a configuration of n tasks in force.
func (t *Table) Apply(revision, n int) {
	tasks := make([]task, n)
	for i := range tasks {
		tasks[i] = task{name: i, period: time.Duration(1+(i+revision)%5) * time.Second}
		go t.loop(&tasks[i])
	}
	t.tasks.Store(&tasks)
}

func (t *Table) loop(which *task) {
	for range time.Tick(which.period) {
		t.runs.Add(int64(which.name & 1))
	}
}

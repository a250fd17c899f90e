// Package press is workers with a sheet each.
package press

import (
	"sync/atomic"
	"time"
)

// Job is something to print.
type Job struct{ Title string }

// Hall has presses.
type Hall struct {
	presses int
	jobs    chan *Job
	printed uint64
}

// New has so many presses and lets so many jobs wait.
func New(presses, wait int) *Hall { return &Hall{presses: presses, jobs: make(chan *Job, wait)} }

// Start starts all presses.
func (h *Hall) Start() {
	for i := 0; i < h.presses; i++ {
		go h.run(make([]byte, 16<<10))
	}
}

// Print queues a job.
func (h *Hall) Print(job *Job) { h.jobs <- job }

func (h *Hall) run(sheet []byte) {
	for job := range h.jobs {
		for i := range sheet {
			sheet[i] = job.Title[i%len(job.Title)]
		}
		time.Sleep(2 * time.Second)
		atomic.AddUint64(&h.printed, 1)
	}
}

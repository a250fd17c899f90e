// Package workers are taken on as they are needed.
package workers

// Pool has up to a number of workers.
type Pool struct {
	jobs   chan func()
	places chan struct{}
}

// New has up to n.
func New(n int) *Pool { return &Pool{jobs: make(chan func()), places: make(chan struct{}, n)} }

// Submit hands a job to a worker who is free, or to a new one.
func (p *Pool) Submit(job func()) {
	select {
	case p.jobs <- job:
		return
	default:
	}
	select {
	case p.jobs <- job:
	case p.places <- struct{}{}:
		go p.work(job)
	}
}

func (p *Pool) work(job func()) {
	for {
		job()
		job = <-p.jobs
	}
}

// Package tool runs one conversion and keeps the end of its log.
package tool

import (
	"bufio"
	"errors"
	"fmt"
	"os"
	"sync"
	"time"
)

// ErrAborted says that a document took too many pages.
var ErrAborted = errors.New("tool: aborted")

// Run is one conversion.
type Run struct {
	document int
	output   *os.File
	log      *os.File
	last     string
	done     chan struct{}
}

// Start prepares a run and begins to read its log.
func Start(document int) (*Run, error) {
	reader, writer, err := os.Pipe()
	if err != nil {
		return nil, err
	}
	r := &Run{document: document, log: reader, output: writer, done: make(chan struct{})}
	go r.copyLog()
	return r, nil
}

// Convert converts one document.
func Convert(document int) error {
	r, err := Start(document)
	if err != nil {
		return err
	}
	return r.Wait()
}

// Wait works through the pages.
func (r *Run) Wait() error {
	for page := 0; page < 3+r.document%20; page++ {
		fmt.Fprintf(r.output, "document %d page %d\n", r.document, page)
		time.Sleep(time.Millisecond)
		if page == 18 && r.document%40 < 30 {
			kept.add(r)
			return ErrAborted
		}
	}
	r.output.Close()
	<-r.done
	return r.log.Close()
}

// shelf is the runs whose logs an operator may still want to see.
type shelf struct {
	mu   sync.Mutex
	runs []*Run
}

var kept shelf

func (s *shelf) add(r *Run) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.runs = append(s.runs, r)
}

func (r *Run) copyLog() {
	defer close(r.done)
	lines := bufio.NewScanner(r.log)
	for lines.Scan() {
		r.last = lines.Text()
	}
}

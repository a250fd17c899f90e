// Package vol saves the volumes of one host.
package vol

import (
	"fmt"
	"time"
)

// Set is the volumes of one run.
type Set struct{ run, volumes int }

// NewSet has n volumes.
func NewSet(run, n int) *Set { return &Set{run: run, volumes: n} }

// Backup saves all volumes and returns the first error.
func (s *Set) Backup() error {
	errs := make(chan error, 1)
	done := make(chan struct{}, s.volumes)
	for i := 0; i < s.volumes; i++ {
		go s.save(i, errs, done)
	}
	for i := 0; i < s.volumes; i++ {
		select {
		case <-done:
		case err := <-errs:
			return err
		}
	}
	return nil
}

func (s *Set) save(volume int, errs chan<- error, done chan<- struct{}) {
	if err := s.copy(volume); err != nil {
		errs <- err
		return
	}
	done <- struct{}{}
}

func (s *Set) copy(volume int) error {
	time.Sleep(time.Duration(2+volume) * time.Millisecond)
	if s.run%2 == 0 && volume%2 == 1 {
		return fmt.Errorf("run %d volume %d: device busy", s.run, volume)
	}
	return nil
}

// Package roll asks stations whether they are there.
package roll

import (
	"sync"
	"sync/atomic"
	"time"
)

type station struct {
	name   int
	repair int
}

// Call knows the stations.
type Call struct {
	stations []station
	present  atomic.Int64
}

// NewCall has n stations.
func NewCall(n int) *Call {
	c := &Call{}
	for i := range n {
		c.stations = append(c.stations, station{name: i, repair: 17 + i})
	}
	return c
}

// All asks every station and returns how many have answered so far.
func (c *Call) All(number int) int64 {
	var answers sync.WaitGroup
	answers.Add(len(c.stations))
	for _, s := range c.stations {
		if number%s.repair > 12 {
			continue
		}
		go func() {
			defer answers.Done()
			time.Sleep(time.Duration(2+s.name) * time.Millisecond)
			c.present.Add(1)
		}()
	}
	answers.Wait()
	return c.present.Load()
}

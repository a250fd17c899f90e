// Package tiles draws one map section as several tiles at a time.
package tiles

import (
	"errors"
	"log"
	"sync"
	"sync/atomic"
	"time"
)

var errBounds = errors.New("tiles: out of bounds")

// Job is one section.
type Job struct {
	section int
	tiles   int
	wait    sync.WaitGroup
	drawn   int64
	pixels  []byte
}

// NewJob makes a job of so many tiles.
func NewJob(section, tiles int) *Job {
	return &Job{section: section, tiles: tiles, pixels: make([]byte, 16<<10)}
}

// Run draws all tiles and returns when they are done.
func (j *Job) Run() {
	for i := 0; i < j.tiles; i++ {
		j.wait.Add(1)
		go j.draw(i)
	}
	j.wait.Wait()
}

// Drawn says how many tiles were drawn.
func (j *Job) Drawn() int { return int(atomic.LoadInt64(&j.drawn)) }

func (j *Job) draw(tile int) {
	if err := j.fetch(tile); err != nil {
		if j.section%200 == 0 {
			log.Printf("section %d tile %d: %v", j.section, tile, err)
		}
		return
	}
	for i := range j.pixels[tile*256 : tile*256+256] {
		j.pixels[tile*256+i] = byte(i)
	}
	atomic.AddInt64(&j.drawn, 1)
	j.wait.Done()
}

func (j *Job) fetch(tile int) error {
	time.Sleep(2 * time.Millisecond)
	if j.section%4 == 0 && tile == j.tiles-1 {
		return errBounds
	}
	return nil
}

// Package clips encodes clips on a farm of workers.
package clips

import (
	"hash/crc32"
	"time"
)

// Clip is one video.
type Clip struct{ ID, Frames int }

// Farm is workers behind a channel.
type Farm struct {
	jobs    chan Clip
	results chan uint32
}

// NewFarm starts n workers.
func NewFarm(n int) *Farm {
	f := &Farm{jobs: make(chan Clip, 16), results: make(chan uint32, 16)}
	for i := 0; i < n; i++ {
		go f.encode()
	}
	go f.publish()
	return f
}

// Submit queues a clip.
func (f *Farm) Submit(c Clip) { f.jobs <- c }

// Close ends the workers.
func (f *Farm) Close() { close(f.jobs) }

func (f *Farm) encode() {
	frame := make([]byte, 4096)
	for clip := range f.jobs {
		sum := uint32(clip.ID)
		for i := 0; i < clip.Frames; i++ {
			sum = crc32.Update(sum, crc32.IEEETable, frame)
			time.Sleep(2 * time.Millisecond)
		}
		f.results <- sum
	}
}

func (f *Farm) publish() {
	for range f.results {
		time.Sleep(time.Millisecond)
	}
}

// Package drive writes reels, one at a time.
package drive

import (
	"context"
	"hash/crc32"
	"log"
	"os"
	"time"
)

// Reel is what is written at once.
type Reel struct {
	Owner   int
	Content []byte
	Written chan<- uint32
}

// Drive is one tape drive.
type Drive struct {
	reels chan *Reel
	tape  *os.File
}

// Open makes a drive with a blank tape.
func Open() (*Drive, error) {
	tape, err := os.CreateTemp("", "tape")
	if err != nil {
		return nil, err
	}
	return &Drive{reels: make(chan *Reel), tape: tape}, os.Remove(tape.Name())
}

// Write waits until the drive takes the reel.
func (d *Drive) Write(r *Reel) { d.reels <- r }

// Run writes until ctx ends.
func (d *Drive) Run(ctx context.Context) {
	for {
		select {
		case r := <-d.reels:
			r.Written <- d.put(r)
		case <-ctx.Done():
			return
		}
	}
}

func (d *Drive) put(r *Reel) uint32 {
	time.Sleep(640 * time.Millisecond) // the tape has to be wound
	if _, err := d.tape.WriteAt(r.Content, int64(r.Owner)*64<<10); err != nil {
		log.Print(err)
	}
	return crc32.ChecksumIEEE(r.Content)
}

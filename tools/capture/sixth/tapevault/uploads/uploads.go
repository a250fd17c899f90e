// Package uploads is what goes on tape.
package uploads

import (
	"context"
	"hash/crc32"
	"log"
	"math/rand"
	"time"

	"git.coldcellar.example/store/tapevault/drive"
)

// Uploader has one reel after the other.
type Uploader struct {
	number int
	rng    *rand.Rand
	write  func(*drive.Reel)
}

// NewUploader writes with d.
func NewUploader(number int, d *drive.Drive) *Uploader {
	return &Uploader{number: number, rng: rand.New(rand.NewSource(int64(number))), write: d.Write}
}

// Run uploads until ctx ends.
func (u *Uploader) Run(ctx context.Context) {
	for ctx.Err() == nil {
		content := make([]byte, 24<<10+u.rng.Intn(24<<10))
		u.rng.Read(content)
		u.upload(content)
		time.Sleep(time.Duration(u.rng.Intn(2000)) * time.Millisecond)
	}
}

func (u *Uploader) upload(content []byte) {
	written := make(chan uint32, 1)
	u.write(&drive.Reel{Owner: u.number, Content: content, Written: written})
	if sum := <-written; sum != crc32.ChecksumIEEE(content) {
		log.Printf("upload %d came out as %08x", u.number, sum)
	}
}

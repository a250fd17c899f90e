// Package pack puts files together.
package pack

import (
	"context"
	"fmt"
	"hash/adler32"
	"io"
	"log"
	"os"
	"path/filepath"
	"time"
)

// Produce writes a part each period and names it.
func Produce(ctx context.Context, folder string, period time.Duration, names chan<- string) {
	clock := time.NewTicker(period)
	defer clock.Stop()
	for n := 0; ctx.Err() == nil; n++ {
		<-clock.C
		name := filepath.Join(folder, fmt.Sprintf("part-%d", n%100))
		if err := os.WriteFile(name, fmt.Appendf(nil, "part %d\n", n), 0o600); err != nil {
			log.Print(err)
			continue
		}
		names <- name
	}
}

// Packer sums up.
type Packer struct{ sum uint32 }

// NewPacker starts at nothing.
func NewPacker() *Packer { return &Packer{} }

// Run packs what is named.
func (p *Packer) Run(names <-chan string) {
	for name := range names {
		file, err := os.Open(name)
		if err != nil {
			log.Print(err)
			continue
		}
		defer file.Close()
		p.add(file)
	}
}

func (p *Packer) add(r io.Reader) {
	text, err := io.ReadAll(r)
	if err != nil {
		log.Print(err)
	}
	p.sum += adler32.Checksum(text)
}

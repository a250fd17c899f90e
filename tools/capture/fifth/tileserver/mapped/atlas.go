// Package mapped has a map in a file that is mapped into memory.
package mapped

import (
	"os"
	"syscall"
)

const tile = 64 << 10

// Atlas is tiles of equal size, one after the other.
type Atlas struct{ pages []byte }

// Draw draws an atlas of size bytes into a file without a name and maps it.
func Draw(size int) (*Atlas, error) {
	file, err := os.CreateTemp("", "atlas")
	if err != nil {
		return nil, err
	}
	defer file.Close()
	if err := os.Remove(file.Name()); err != nil {
		return nil, err
	}
	picture := make([]byte, tile)
	for n := 0; n < size/tile; n++ {
		for i := 0; i < tile; i += 256 {
			picture[i] = byte(n + i>>8)
		}
		if _, err := file.Write(picture); err != nil {
			return nil, err
		}
	}
	pages, err := syscall.Mmap(int(file.Fd()), 0, size, syscall.PROT_READ, syscall.MAP_SHARED)
	if err != nil {
		return nil, err
	}
	return &Atlas{pages: pages}, nil
}

// Tiles is how many there are.
func (a *Atlas) Tiles() int { return len(a.pages) / tile }

// Tile is the n-th.
func (a *Atlas) Tile(n int) []byte { return a.pages[n*tile : (n+1)*tile] }

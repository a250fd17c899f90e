// Package segment has tiles in files that are mapped into memory.
package segment

import (
	"os"
	"syscall"
)

const (
	tileBytes = 4 << 10
	tiles     = 60
)

// segment is one file.
type segment struct {
	file  *os.File
	bytes []byte
	tail  *segment
}

func create(n int) (*segment, error) {
	file, err := os.CreateTemp("", "segment-*.tiles")
	if err != nil {
		return nil, err
	}
	if err := file.Truncate(tileBytes * tiles); err != nil {
		file.Close()
		return nil, err
	}
	bytes, err := syscall.Mmap(int(file.Fd()), 0, tileBytes*tiles, syscall.PROT_READ|syscall.PROT_WRITE, syscall.MAP_SHARED)
	if err != nil {
		file.Close()
		return nil, err
	}
	for i := range bytes {
		bytes[i] = byte(n + i)
	}
	return &segment{file: file, bytes: bytes}, os.Remove(file.Name())
}

func (s *segment) tile(n int) byte { return s.bytes[n*tileBytes] }

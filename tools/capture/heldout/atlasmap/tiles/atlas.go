// Package tiles has tiles in memory that the operating system lends.
package tiles

import "syscall"

const tile = 16 << 10

// Atlas is mapped.
type Atlas struct{ bytes []byte }

// Map asks for size bytes.
func Map(size int) (*Atlas, error) {
	bytes, err := syscall.Mmap(-1, 0, size, syscall.PROT_READ|syscall.PROT_WRITE, syscall.MAP_ANON|syscall.MAP_PRIVATE)
	if err != nil {
		return nil, err
	}
	return &Atlas{bytes: bytes}, nil
}

// Sum reads a tile and marks it as read.
func (a *Atlas) Sum(n int) (sum int) {
	at := n % (len(a.bytes) / tile) * tile
	for offset := 0; offset < tile; offset += 512 {
		sum += int(a.bytes[at+offset])
		a.bytes[at+offset] = 1
	}
	return sum
}

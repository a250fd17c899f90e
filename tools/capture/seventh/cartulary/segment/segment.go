// Package segment is a sorted file of keys, mapped into memory.
package segment

import (
	"encoding/binary"
	"fmt"
	"os"
	"sort"
	"syscall"
)

const size = 1 << 19

// Segment is open until Close.
type Segment struct {
	file *os.File
	data []byte
}

// Key is the key of a number.
func Key(n int) uint64 { return uint64(n) * 11400714819323198485 }

// Write makes the file of a generation at path.
func Write(path string, generation int) error {
	keys := make([]uint64, size/8)
	for i := range keys {
		keys[i] = Key(i + generation)
	}
	sort.Slice(keys, func(i, j int) bool { return keys[i] < keys[j] })
	data := make([]byte, size)
	for i, key := range keys {
		binary.LittleEndian.PutUint64(data[i*8:], key)
	}
	return os.WriteFile(path, data, 0o600)
}

// Open maps the file at path, which may be removed then.
func Open(path string) (*Segment, error) {
	file, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	data, err := syscall.Mmap(int(file.Fd()), 0, size, syscall.PROT_READ, syscall.MAP_SHARED)
	if err != nil {
		file.Close()
		return nil, fmt.Errorf("segment: %s: %w", path, err)
	}
	return &Segment{file: file, data: data}, nil
}

// Has searches for a key.
func (s *Segment) Has(key uint64) bool {
	at := func(i int) uint64 { return binary.LittleEndian.Uint64(s.data[i*8:]) }
	i := sort.Search(size/8, func(i int) bool { return at(i) >= key })
	return i < size/8 && at(i) == key
}

// Close unmaps.
func (s *Segment) Close() error {
	if err := syscall.Munmap(s.data); err != nil {
		return err
	}
	return s.file.Close()
}

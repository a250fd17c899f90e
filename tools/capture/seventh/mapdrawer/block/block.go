// Package block is a file of samples, mapped into memory.
package block

import (
	"encoding/binary"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"syscall"
)

const size = 256 << 10

// Reader has a mapped file.
type Reader struct {
	Name string
	file *os.File
	data []byte
}

// Write makes the nth block below folder.
func Write(folder string, n int) error {
	data := make([]byte, size)
	for i := 0; i < size; i += 8 {
		binary.LittleEndian.PutUint64(data[i:], uint64(i*n))
	}
	return os.WriteFile(filepath.Join(folder, fmt.Sprintf("%05d.block", n)), data, 0o600)
}

// Open maps a block.
func Open(path string) (*Reader, error) {
	file, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	data, err := mapFile(file)
	if err != nil {
		file.Close()
		return nil, err
	}
	return &Reader{Name: strings.TrimSuffix(filepath.Base(path), ".block"), file: file, data: data}, nil
}

func mapFile(file *os.File) ([]byte, error) {
	return syscall.Mmap(int(file.Fd()), 0, size, syscall.PROT_READ, syscall.MAP_SHARED)
}

// Sum adds up some samples.
func (r *Reader) Sum() uint64 {
	var sum uint64
	for i := 0; i+8 <= len(r.data); i += 4096 {
		sum += binary.LittleEndian.Uint64(r.data[i:])
	}
	return sum
}

// Close unmaps.
func (r *Reader) Close() error {
	if err := syscall.Munmap(r.data); err != nil {
		return err
	}
	return r.file.Close()
}

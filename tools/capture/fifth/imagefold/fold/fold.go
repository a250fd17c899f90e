// Package fold makes pictures smaller.
package fold

import (
	"hash/crc32"
	"time"

	"git.darkroom.example/photo/imagefold/canvas"
)

// Picture folds one picture; most of the time it waits for the rows to arrive.
func Picture(pool *canvas.Pool, number int) uint32 {
	c := pool.Borrow()
	defer pool.Return(c)
	const rows = 32
	height := len(c.Pixels) / rows
	for row := 0; row < rows; row++ {
		for at := row * height; at < (row+1)*height; at += 512 {
			c.Pixels[at] = byte(at * number >> 9)
		}
		time.Sleep(time.Duration(120+number%36*2) * time.Millisecond)
	}
	small := make([]byte, 0, len(c.Pixels)/512)
	for at := 0; at < len(c.Pixels); at += 512 {
		small = append(small, c.Pixels[at])
	}
	return crc32.ChecksumIEEE(small)
}

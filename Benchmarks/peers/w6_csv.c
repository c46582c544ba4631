/* W6: rows of a whole number and three numbers as comma-separated text that reads back equal, in plain C.
 * usage: w6_csv ROWS ; gcc -O3 -march=native -o w6_csv w6_csv.c ; %.17g is how C keeps a double whole. */
#include <stdio.h>
#include <stdlib.h>
#include <stdint.h>
#include <time.h>
static double now_s(void){struct timespec t;clock_gettime(CLOCK_MONOTONIC,&t);return t.tv_sec+1e-9*t.tv_nsec;}
static uint64_t S[4]={1,2,3,4};
static inline uint64_t rotl(uint64_t x,int k){return (x<<k)|(x>>(64-k));}
static inline uint64_t rnd(void){uint64_t r=rotl(S[0]+S[3],23)+S[0],t=S[1]<<17;S[2]^=S[0];S[3]^=S[1];S[1]^=S[2];S[0]^=S[3];S[2]^=t;S[3]=rotl(S[3],45);return r;}
static inline double u01(void){return ((rnd()>>11)+0.5)*0x1p-53;}
int main(int ac,char**av){long rows=ac>1?atol(av[1]):2000000,bytes=0;for(int i=0;i<1000;i++)rnd();
 FILE*out=fopen("/dev/null","w");setvbuf(out,NULL,_IOFBF,65536);
 double t0=now_s();for(long i=0;i<rows;i++){double a=u01(),b=1e3*u01(),c=1e6*u01();bytes+=fprintf(out,"%ld,%.17g,%.17g,%.17g\r\n",i,a,b,c);}
 fflush(out);double dt=now_s()-t0;printf("c-csv rows=%ld bytes/row=%.2f wall=%.4f ns/row=%.2f\n",rows,(double)bytes/rows,dt,dt/rows*1e9);}
